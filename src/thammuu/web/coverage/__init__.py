"""Đối chiếu với văn bản giao: what mandates ask, held against a draft."""
