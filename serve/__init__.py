"""The site: Datasette with this project's metadata, settings, pages and guards."""
