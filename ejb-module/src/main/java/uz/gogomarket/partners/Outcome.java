package uz.gogomarket.partners;

/** What became of a line. */
public enum Outcome {
  CREATED,
  UPDATED,
  UNCHANGED,
  FAILED
}
