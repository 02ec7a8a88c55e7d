package uz.gogomarket.benchmarks;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What shoppers and couriers do, and the least SQL that would do the same. */
enum Scenario {
  PRODUCT(LeastSql::product) {
    @Override
    ChainBuilder operation(Mix mix) {
      return Browsing.product(mix);
    }
  },
  LISTING(LeastSql::listing) {
    @Override
    ChainBuilder operation(Mix mix) {
      return Browsing.listing(mix);
    }
  },
  SEARCH(LeastSql::search) {
    @Override
    ChainBuilder operation(Mix mix) {
      return Browsing.search(Feeds.SEARCHES, mix);
    }
  },
  SEARCH_WITH_TYPO(LeastSql::searchWithTypo) {
    @Override
    ChainBuilder operation(Mix mix) {
      return Browsing.search(Feeds.TYPOS, mix);
    }
  },
  CART(LeastSql::cart) {
    @Override
    ChainBuilder operation(Mix mix) {
      return Buying.cart(mix);
    }
  },
  CHECKOUT(LeastSql::checkout) {
    @Override
    ChainBuilder operation(Mix mix) {
      return Buying.checkout(mix);
    }
  },
  ORDERS(LeastSql::orders) {
    @Override
    ChainBuilder operation(Mix mix) {
      return Buying.orders();
    }
  },
  POSITION(LeastSql::position) {
    @Override
    ChainBuilder operation(Mix mix) {
      return Couriers.position();
    }
  };

  private final LeastSql.Step least;

  Scenario(LeastSql.Step least) {
    this.least = least;
  }

  /** What one of them does again and again; what it asks for is chosen by the mix. */
  abstract ChainBuilder operation(Mix mix);

  LeastSql.Step least() {
    return least;
  }

  /**
   * Whether those who do it have logged in before. They ask for what is theirs, or take goods
   * uniformly: few goods would be sold out.
   */
  boolean personal() {
    return this == CART || this == CHECKOUT || this == ORDERS || this == POSITION;
  }

  /** As it is called in options and reports. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<Scenario> named(String labels) {
    List<Scenario> chosen =
        Arrays.stream(values())
            .filter(each -> List.of(labels.split(",", -1)).contains(each.label()))
            .toList();
    if (labels.isBlank()) {
      return List.of(values());
    }
    if (chosen.size() != labels.split(",", -1).length) {
      throw new IllegalArgumentException(
          "Scenarios are "
              + Arrays.stream(values()).map(Scenario::label).collect(Collectors.joining(", "))
              + ", not "
              + labels);
    }
    return chosen;
  }
}
