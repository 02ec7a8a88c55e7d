package uz.gogomarket.identity;

/** The language in which an account is addressed. */
public enum Language {
  UZ,
  RU,
  EN
}
