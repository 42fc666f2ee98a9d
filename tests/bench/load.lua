-- Given to wrk: prints the run's result as one line of JSON, and makes each POST different when BENCH_BODY is set.
-- In BENCH_BODY every occurrence of @ID@ becomes a text that no other request has.
local body = os.getenv("BENCH_BODY")
local threads = 0

function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

local sent = 0
local run = os.time()

if body then
   function request()
      sent = sent + 1
      local id = string.format("%d-%d-%d", run, number, sent)
      wrk.headers["Idempotency-Key"] = "bench-" .. id
      wrk.headers["Content-Type"] = "application/json"
      return wrk.format("POST", nil, nil, (body:gsub("@ID@", id)))
   end
end

function done(summary, latency, requests)
   local errors = summary.errors
   io.write(string.format(
      '\nRESULT {"requests":%d,"seconds":%.6f,"p50":%.6f,"p99":%.6f,"failed":%d}\n',
      summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6,
      errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
