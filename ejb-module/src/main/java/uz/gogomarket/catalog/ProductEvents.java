package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells what buyers see of a product; what they never saw is nobody's business. */
@ApplicationScoped
class ProductEvents {

  @Inject Event<ProductListed> listed;
  @Inject Event<ProductChanged> changed;
  @Inject Event<ProductDelisted> delisted;

  void changed(OwnProduct product) {
    if (product.status().shown()) {
      changed(product.id(), product.sellerId());
    }
  }

  void changed(long productId, long sellerId) {
    changed.fire(new ProductChanged(productId, sellerId));
  }

  /** Its seller moved it from where it stood. */
  void moved(OwnProduct product, ProductStatus to) {
    if (!to.shown()) {
      gone(product.id(), product.sellerId(), product.status(), ProductDelisted.Reason.ARCHIVED);
    } else if (product.status().shown()) {
      changed(product.id(), product.sellerId());
    } else {
      listed(product.id(), product.sellerId());
    }
  }

  void listed(long productId, long sellerId) {
    listed.fire(new ProductListed(productId, sellerId));
  }

  void gone(long productId, long sellerId, ProductStatus before, ProductDelisted.Reason reason) {
    if (before.shown()) {
      delisted.fire(new ProductDelisted(productId, sellerId, reason));
    }
  }
}
