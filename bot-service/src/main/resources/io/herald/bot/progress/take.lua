-- Takes the turn to tell of a job's progress in a chat.
-- KEYS[1]: the chat's turn; KEYS[2]: exists when the job's end was told
-- ARGV[1]: how long the turn lasts, milliseconds
-- Returns 1: it was taken, 0: another has it, -1: there is nothing to tell any more
if redis.call('EXISTS', KEYS[2]) == 1 then
  return -1
end
return redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) and 1 or 0
