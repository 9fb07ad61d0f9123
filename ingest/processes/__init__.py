"""Reading in processes: what they are asked, what they tell, and what becomes of a page that ends one."""
