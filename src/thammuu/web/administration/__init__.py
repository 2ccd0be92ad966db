"""Quản trị: agencies, units, officers, absences, contacts, parameters, and the register filled from a workbook."""
