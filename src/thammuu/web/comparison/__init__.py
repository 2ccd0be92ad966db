"""So sánh kế hoạch các tỉnh: plans side by side, part by part and target by target."""
