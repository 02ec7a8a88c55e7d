package uz.gogomarket.catalog;

final class CategoryService {
  static final int MAX_DEPTH = 6;
}
