"""The website: built in one run, put in place whole, served and watched while it is written."""
