-- Who might read or write the values may do so again, and read the names of their fields.
do language plpgsql '
declare
    had record;
begin
    for had in
        select relation, grantee, privilege_type, is_grantable from right_before
        union
        select ''field'', grantee, privilege_type, is_grantable from right_before where relation = ''field_value'' and privilege_type = ''SELECT''
    loop
        execute format(
            ''grant %s on %I to %s%s'', had.privilege_type, had.relation,
            case when had.grantee = 0 then ''public'' else had.grantee::regrole::text end,
            case when had.is_grantable then '' with grant option'' else '''' end);
    end loop;
end';
drop table right_before;
