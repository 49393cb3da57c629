-- Of two recognitions of a product the older one gives way to the newer (R7.2): they are never in force side by side.
select 'recognition' as what, r.id, n.id as newer
  from recognition r join lifecycle l on l.id = r.id and l.state = 'inForce'
  join recognition n on n.product = r.product and n.issued_latest > r.issued_latest
  join lifecycle k on k.id = n.id and k.state = 'inForce'
