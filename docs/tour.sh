#!/bin/sh
# One order, all the way through, with curl: a buyer buys, the money is held, a courier brings the goods,
# a quarrel is decided, and the books balance. Run it against a marketplace with its demo data:
#
#   sh docs/tour.sh                      (or: sh docs/tour.sh http://127.0.0.1:8080)
#
# It makes a buyer of its own each time, so it can be run again and again.
set -eu

HOST=${1:-http://127.0.0.1:8080}
API=$HOST/api/v1
PASSWORD=Bozor-2026-demo
RUN=$(date +%s)-$$
STEP=0

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'The tour stopped: %s\n' "$*" >&2; exit 1; }

# call TOKEN METHOD PATH [BODY]: prints the answer; stops the tour where it is no 2xx.
call() {
  token=$1 method=$2 path=$3 body=${4-}
  STEP=$((STEP + 1))
  set -- -sS -X "$method" -H 'Accept-Language: en' -w '\n%{http_code}'
  [ -z "$token" ] || set -- "$@" -H "Authorization: Bearer $token"
  [ "$method" != POST ] || set -- "$@" -H "Idempotency-Key: tour-$RUN-$STEP-$path"
  [ -z "$body" ] || set -- "$@" -H 'Content-Type: application/json' -d "$body"
  answer=$(curl "$@" "$API$path") || fail "$HOST does not answer"
  status=$(printf '%s\n' "$answer" | tail -n 1)
  answer=$(printf '%s\n' "$answer" | sed '$d')
  case $status in
    2??) printf '%s\n' "$answer" ;;
    *) printf '%s %s answered %s: %s\n' "$method" "$path" "$status" "$answer" >&2; return 1 ;;
  esac
}

# field NAME: the first value of that name in the JSON on standard input.
field() { tr -d '\n' | sed -n "s/.*[{,]\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }
first() { tr -d '\n' | sed "s/\"$1\":/\n&/" | sed -n "2s/^\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }
login() { call '' POST /auth/login "{\"email\":\"$1\",\"password\":\"$PASSWORD\"}" | first accessToken; }

say "1. Anybody can browse: one seller's cheapest goods, and a search with a typing error"
SELLER=$(login seller@gogomarket.example)
SELLER_ID=$(call "$SELLER" GET /me | first id)
PAGE=$(call '' GET "/products?sellerId=$SELLER_ID&inStock=true&sort=price_asc&limit=1")
SLUG=$(printf '%s' "$PAGE" | first slug)
call '' GET "/products?sellerId=$SELLER_ID&inStock=true&sort=price_asc&limit=1"
call '' GET "/products/search?q=samsng&limit=1" | cut -c1-300

say "2. A product by its slug: $SLUG"
PRODUCT=$(call '' GET "/products/$SLUG")
PRODUCT_ID=$(printf '%s' "$PRODUCT" | first id)
VARIANT_ID=$(printf '%s' "$PRODUCT" | tr -d '\n' | sed -n 's/.*"variants":\[{"id":\([0-9]*\).*/\1/p')
printf '%s\n' "$PRODUCT" | cut -c1-400

say "3. A new buyer registers and logs in"
EMAIL=tour-$RUN@gogomarket.example
BUYER_ID=$(call '' POST /auth/register "{\"email\":\"$EMAIL\",\"password\":\"$PASSWORD\",\"firstName\":\"Tour\",\"lastName\":\"Guest\"}" | first id)
BUYER=$(login "$EMAIL")
echo "buyer $BUYER_ID, $EMAIL"

say "4. Accounting records a deposit into the buyer's wallet"
ACCOUNTING=$(login accounting@gogomarket.example)
call "$ACCOUNTING" POST "/admin/wallets/$BUYER_ID/deposits" \
  "{\"amount\":{\"amount\":\"50000000.00\",\"currency\":\"UZS\"},\"source\":\"bank\",\"reference\":\"tour-$RUN\"}"
call "$BUYER" GET /wallet

say "5. An address in Tashkent, a cart, a quote"
ADDRESS_ID=$(call "$BUYER" POST /me/addresses '{"type":"delivery","isDefault":true,"fullName":"Tour Guest","phone":"+998901234567","country":"Uzbekistan","city":"Toshkent","district":"Chilonzor","street":"Bunyodkor 1","latitude":41.2856,"longitude":69.2034}' | first id)
if [ -n "$VARIANT_ID" ]; then ITEM="{\"productId\":$PRODUCT_ID,\"variantId\":$VARIANT_ID,\"quantity\":1}"
else ITEM="{\"productId\":$PRODUCT_ID,\"quantity\":1}"; fi
call "$BUYER" POST /carts/current/items "$ITEM" | cut -c1-300
QUOTE=$(call "$BUYER" POST /checkouts/quote "{\"addressId\":$ADDRESS_ID}")
TOTAL=$(printf '%s' "$QUOTE" | tr -d '\n' | sed -n 's/.*"total":{"amount":"\([0-9.]*\)","currency":"UZS"}}$/\1/p')
echo "in all $TOTAL UZS"

say "6. The buyer pays from the wallet: the money stands in escrow"
CHECKOUT=$(call "$BUYER" POST /checkouts "{\"addressId\":$ADDRESS_ID,\"paymentMethod\":\"gogomoney\",\"expectedTotal\":{\"amount\":\"$TOTAL\",\"currency\":\"UZS\"}}")
ORDER=$(printf '%s' "$CHECKOUT" | first orderNumber)
printf '%s\n' "$CHECKOUT" | cut -c1-400
call "$BUYER" GET /wallet

say "7. The seller confirms order $ORDER, packs it, and puts it out for the courier"
call "$SELLER" POST "/seller/orders/$ORDER/confirm" >/dev/null
call "$SELLER" POST "/seller/orders/$ORDER/start" >/dev/null
call "$SELLER" POST "/seller/orders/$ORDER/ready" | cut -c1-200

say "8. An admin assigns a courier, who picks it up, reports where it is, and hands it over for the code"
DISPATCH=$(login dispatch@gogomarket.example)
COURIER=$(login courier@gogomarket.example)
COURIER_ID=$(call "$COURIER" GET /me | first id)
call "$DISPATCH" POST "/admin/deliveries/$ORDER/assign" "{\"courierId\":$COURIER_ID}" >/dev/null
call "$COURIER" POST "/courier/deliveries/$ORDER/pick-up" >/dev/null
call "$COURIER" POST "/courier/deliveries/$ORDER/position" '{"position":{"latitude":41.2995,"longitude":69.2401}}' >/dev/null
call "$BUYER" GET "/orders/$ORDER/tracking"
CODE=$(call "$BUYER" GET "/orders/$ORDER" | first deliveryCode)
echo "the buyer tells the courier: $CODE"
call "$COURIER" POST "/courier/deliveries/$ORDER/deliver" "{\"code\":\"$CODE\"}" | cut -c1-200
call "$BUYER" GET "/orders/$ORDER/history"

say "9. The buyer opens a dispute, the seller answers, an admin decides"
DISPUTE_ID=$(call "$BUYER" POST /disputes "{\"orderNumber\":\"$ORDER\",\"type\":\"product_issue\",\"reason\":\"The lid is broken\"}" | first id)
call "$SELLER" POST "/disputes/$DISPUTE_ID/answer" '{"content":"It left us whole, but we are sorry."}' >/dev/null
DISPUTES=$(login disputes@gogomarket.example)
call "$DISPUTES" POST "/admin/disputes/$DISPUTE_ID/claim" >/dev/null
call "$DISPUTES" POST "/admin/disputes/$DISPUTE_ID/decide" '{"decision":"refund_full","resolution":"Broken goods are refunded in full."}'
call "$BUYER" GET /wallet

say "10. And the books balance"
call "$ACCOUNTING" GET /admin/reports/ledger
echo
echo "The tour is over."
