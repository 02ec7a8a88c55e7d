package uz.gogomarket.web.rest;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the database ended because of a deadlock is tried again; every resource is. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface TriedAgain {

  /** The annotation as a value. */
  @SuppressWarnings("BadAnnotationImplementation") // the base class has equals and hashCode
  final class Literal extends AnnotationLiteral<TriedAgain> implements TriedAgain {
    private static final long serialVersionUID = 1L;
  }
}
