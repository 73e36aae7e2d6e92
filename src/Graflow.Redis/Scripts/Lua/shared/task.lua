local p = KEYS[1]

-- A task of a run is a field of `t:<run>`: when it came, and what its driver says of it: attempt, queue, id and the name of its stored input, which scripts look into, and what only workers do.
local SPEC = '<dI4I4c0I4c0I4c0'

-- A task that has been claimed is a field of `c:<run>` too: its place in the queue, how often it was claimed, how many notes the present claim has told, its proof, and who holds it; nobody while it waits again.
local CLAIM = '<dI4I4I1c0'

local function split(task)
  local slash = string.find(task, '/', 1, true)
  return string.sub(task, 1, slash - 1), string.sub(task, slash + 1)
end

local function read_spec(spec)
  local created, attempt, queue, id, ref, rest = struct.unpack(SPEC, spec)
  return { created = created, attempt = attempt, queue = queue, id = id, ref = ref, rest = rest, bytes = spec }
end

-- The input, where it is not a stored one.
local function input_of(spec)
  local _, _, first = struct.unpack('<I4c0I4c0', spec.bytes, spec.rest)
  return string.sub(spec.bytes, first)
end

local function spec_of(run, path)
  local spec = redis.call('HGET', p .. 't:' .. run, path)
  return spec and read_spec(spec)
end

local function read_claim(claim)
  local score, deliveries, notes, nonce, rest = struct.unpack(CLAIM, claim)
  return { score = score, deliveries = deliveries, notes = notes, nonce = nonce, worker = string.sub(claim, rest) }
end

local function claim_of(run, path)
  local claim = redis.call('HGET', p .. 'c:' .. run, path)
  return claim and read_claim(claim)
end

local function write_claim(score, deliveries, notes, nonce, worker)
  return struct.pack(CLAIM, score, deliveries, notes, #nonce, nonce) .. worker
end

-- Nobody holds it any more; how often it was claimed stays.
local function unclaim(run, path, claim)
  redis.call('HSET', p .. 'c:' .. run, path, write_claim(claim.score, claim.deliveries, 0, '', ''))
end
