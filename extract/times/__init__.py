"""Days, periods and stretches of time as papers print them."""
