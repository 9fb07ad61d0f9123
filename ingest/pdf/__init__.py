"""PDFs: what an engine (PDFium, or pdfplumber as the reference) sees on their pages."""
