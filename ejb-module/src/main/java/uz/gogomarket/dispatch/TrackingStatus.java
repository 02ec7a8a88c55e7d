package uz.gogomarket.dispatch;

/** What a point of an order's way was about. */
public enum TrackingStatus {
  ASSIGNED,
  PICKED_UP,
  IN_TRANSIT,
  DELIVERED,
  FAILED
}
