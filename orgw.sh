cp /tmp/lp/orgw.mts /tmp/lead/zz.mts; cd /tmp/lead; node_modules/.bin/tsx zz.mts; rm zz.mts
