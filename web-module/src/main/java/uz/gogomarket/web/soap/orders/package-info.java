/** The service PartnerOrders: between its contract and the use cases. */
@NullMarked
package uz.gogomarket.web.soap.orders;

import org.jspecify.annotations.NullMarked;
