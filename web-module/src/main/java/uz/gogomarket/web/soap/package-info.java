/**
 * The SOAP door for partners: who calls, what a request may hold, faults, and the services that are
 * described in {@code WEB-INF/wsdl}.
 */
@NullMarked
package uz.gogomarket.web.soap;

import org.jspecify.annotations.NullMarked;
