"""Reading what really arrives: spreadsheets and text files of any office, safely."""
