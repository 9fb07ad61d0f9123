"""Wordings of change, a module for each way in which a sentence tells one."""
