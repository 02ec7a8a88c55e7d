/**
 * Services, transactions, permissions and the engine inside the running server, through public
 * classes only. One server and one deployment serve the whole suite; every test makes its own data.
 */
package uz.gogomarket.containertests;
