/**
 * What a client sees, over HTTP, SOAP and a browser, against the whole marketplace with its demo
 * data. One server serves the whole suite; every test makes its own accounts and things.
 */
package uz.gogomarket.systemtests;
