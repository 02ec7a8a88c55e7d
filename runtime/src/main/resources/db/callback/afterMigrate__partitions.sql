-- At every start, so that a marketplace that slept for months finds this month's partitions.
select ensure_monthly_partitions('audit_logs', 3);
