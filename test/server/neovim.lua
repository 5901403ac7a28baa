-- Drives Neovim's own language client against the server: nvim --headless --clean -l (or -S) this file. What it sees is
-- written as JSON to the file that $OUT names.
local out = os.getenv('OUT')
local root = os.getenv('ROOT')
local seen = {}

local function finish(problem)
  seen.problem = problem
  local file = assert(io.open(out, 'w'))
  file:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen))
  file:close()
  vim.cmd('qall!')
end

local function wait(what, test)
  if not vim.wait(20000, test, 20) then finish(what .. ' did not come') end
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/jobs/cook.md'))
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'posting-lint',
    cmd = { os.getenv('NODE'), os.getenv('CLI'), 'lsp' },
    root_dir = root,
    workspace_folders = { { name = 'w', uri = vim.uri_from_fname(root) } },
  })
  vim.lsp.buf_attach_client(buffer, id)
  wait('The first diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)

  local function codes()
    local list = {}
    for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
      local code = diagnostic.code or vim.tbl_get(diagnostic, 'user_data', 'lsp', 'code')
      if code and not vim.startswith(code, 'sections/') then table.insert(list, code) end
    end
    table.sort(list)
    return list
  end
  seen.first = codes()

  local function request(method, params)
    local answer = vim.lsp.buf_request_sync(buffer, method, params, 20000)
    return answer and answer[id] and answer[id].result
  end
  local line = 4
  local range = { start = { line = line, character = 10 }, ['end'] = { line = line, character = 10 } }
  local document = { uri = vim.uri_from_bufnr(buffer) }
  local hover = request('textDocument/hover', { textDocument = document, position = range.start })
  seen.hover = hover and hover.contents.value

  local actions = request('textDocument/codeAction', {
    textDocument = document,
    range = range,
    context = { diagnostics = {} },
  })
  for _, action in ipairs(actions or {}) do
    if vim.startswith(action.title, 'Replace with') then
      seen.title = action.title
      local encoding = vim.lsp.get_client_by_id(id).offset_encoding
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
      break
    end
  end
  seen.text = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  wait('The second diagnostics', function() return #codes() < #seen.first end)
  seen.second = codes()

  vim.lsp.get_client_by_id(id).stop()
  wait('The end', function() return vim.lsp.client_is_stopped(id) end)
  seen.stopped = true
end)
finish(not ok and tostring(problem) or nil)
