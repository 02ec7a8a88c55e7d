package uz.gogomarket.identity;

/** Whether an account may be used; only an active one may. */
public enum UserStatus {
  ACTIVE,
  INACTIVE,
  SUSPENDED,
  BANNED
}
