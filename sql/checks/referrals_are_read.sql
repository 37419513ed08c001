-- severity: warning
-- table: analysis.rejected_referrals
-- because: Rows of referrals.csv that name an unknown organization or no count are left out of every figure; mend the file.
select line, content, because
from analysis.rejected_referrals
