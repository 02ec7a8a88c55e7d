/** The service PartnerCatalog: between its contract and the use cases. */
@NullMarked
package uz.gogomarket.web.soap.catalog;

import org.jspecify.annotations.NullMarked;
