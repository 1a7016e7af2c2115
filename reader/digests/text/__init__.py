"""What any text needs before it can be judged: decoding, TeX, paragraphs, addresses."""
