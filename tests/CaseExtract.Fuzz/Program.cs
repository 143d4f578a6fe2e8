using CaseExtract.Fuzz;

return args switch
{
    ["texts", .. var rest] => TextsCommand.Run(rest),
    _ => 2,
};
