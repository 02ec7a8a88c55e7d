-- To the planner a word's likeness costs as little as a comparison, so it reads the whole list where the indexes look a
-- little dearer than they are: that takes fifty times as long. They look dearer, and are, with every change that waits in
-- them to be sorted in: 4 MB of such changes by default, all of which each search reads. Hence never the whole list, and a
-- quarter of a megabyte.

alter function search_products(text, integer) set enable_seqscan = off;
alter index idx_listed_search set (gin_pending_list_limit = 256);
alter index idx_listed_search_text set (gin_pending_list_limit = 256);
