select a, b, bit_or(rules) as rules
from linkage.found_pairs
group by a, b
