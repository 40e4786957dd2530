"""What several kinds of tests share: a virtual clock, fakes at the seams."""
