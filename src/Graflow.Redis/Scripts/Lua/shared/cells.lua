-- A key of a run's channel: `ch` says its kind (n number, v bytes, l list, 0 null), version and type; `cv` holds the value, of a list the count, whose elements are in `cl`.
local p = KEYS[1]
local opened, heads, values, expiring, watchers, changes

local function elements_of(key)
  return p .. 'cl:' .. opened .. '/' .. key
end

local function find(key)
  local head = redis.call('HGET', heads, key)
  if head then
    return string.match(head, '^(.)(%d+) (.*)$')
  end
end

-- Kind, version, type, value, and of a list the elements.
local function load(key)
  local kind, version, type = find(key)
  if kind then
    return { kind, version, type, redis.call('HGET', values, key) or '', kind == 'l' and (redis.call('GET', elements_of(key)) or '') or '' }
  end
  return {}
end

-- Changes are kept only while somebody watches.
local function note(change, key)
  if redis.call('ZCOUNT', watchers, '(' .. string.format('%.0f', now), '+inf') == 0 then
    return
  end
  local kind, version, type, value, elements = unpack(load(key))
  redis.call('XADD', changes, 'MAXLEN', '~', 100000, '*', 'c', change, 'k', key, 'kind', kind, 'version', version, 'type', type, 'value', value, 'elements', elements)
  redis.call('PUBLISH', p .. 'changes:' .. opened, '')
end

local function remove(key, change)
  note(change, key)
  redis.call('HDEL', heads, key)
  redis.call('HDEL', values, key)
  redis.call('ZREM', expiring, key)
  redis.call('UNLINK', elements_of(key))
end

-- `life`: microseconds; 0 for ever, nil as it is.
local function put(key, kind, type, value, life)
  local version = redis.call('HINCRBY', p .. 'cell', 'version', 1)
  redis.call('HSET', heads, key, kind .. string.format('%.0f', version) .. ' ' .. type)
  if value then
    redis.call('HSET', values, key, value)
  end
  if kind ~= 'l' then
    redis.call('UNLINK', elements_of(key))
  end
  if life == 0 then
    redis.call('ZREM', expiring, key)
  elseif life then
    redis.call('ZADD', expiring, now + life, key)
  end
  note('set', key)
end

-- Only where it fits.
local function append(key, list, element)
  local kind, count, elements = find(key), 0, elements_of(key)
  if kind == 'l' then
    count = tonumber(redis.call('HGET', values, key))
  elseif kind == 'v' then
    -- A list that was stored whole: its count in four bytes, and then the elements.
    local bytes = redis.call('HGET', values, key)
    local b1, b2, b3, b4 = string.byte(bytes, 1, 4)
    count = b1 + b2 * 256 + b3 * 65536 + b4 * 16777216
    redis.call('SET', elements, string.sub(bytes, 5))
  end
  redis.call('APPEND', elements, element)
  put(key, 'l', list, count + 1, nil)
  return count + 1
end

-- Opens the channel of a run, before anything else is done with it. False when there is no such run: what is written then would stay for ever.
local function open(run)
  opened = run
  heads, values, expiring = p .. 'ch:' .. run, p .. 'cv:' .. run, p .. 'cx:' .. run
  watchers, changes = p .. 'cw:' .. run, p .. 'cs:' .. run
  for _, key in ipairs(redis.call('ZRANGEBYSCORE', expiring, '-inf', now)) do
    remove(key, 'expired')
  end
  return redis.call('EXISTS', p .. 'run:' .. run) == 1
end
