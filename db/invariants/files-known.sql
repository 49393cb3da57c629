-- One content has one size: rows of the same hash agree.
select sha256, array_agg(distinct size) as sizes from file group by sha256 having count(distinct size) > 1
