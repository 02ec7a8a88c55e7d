package uz.gogomarket.partners;

/** Whether a key opens anything. */
public enum KeyStatus {
  ACTIVE,
  EXPIRED,
  REVOKED
}
