package uz.gogomarket.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The use case touches other people's rows (the seller's stock, the ledger): once its rule is kept,
 * row-level security opens for all of it. The actor keeps name and id, so that it still decides
 * itself whose things it touches. It closes again when the use case ends, after all of its changes
 * are written.
 *
 * <p>The {@link AccessInterceptor} does it, hence it stands on methods of EJBs, and no class calls
 * such a method of its own unless it is elevated already.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Elevated {}
