"""Short references: Ibid., op. cit., 前引文, 同註 …, and the full references that they mean."""
