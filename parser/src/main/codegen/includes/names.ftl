<#-- Copyright 2026 The Insitu Authors -->
<#-- SPDX-License-Identifier: Apache-2.0 -->

/** One segment of a model's path; BigQuery's `a.b.c` is three. */
void AddModelSegment(List<String> names, List<SqlParserPos> positions) :
{
}
{
    AddIdentifierSegment(names, positions) {
        final int last = names.size() - 1;
        if (getToken(0).kind == BACK_QUOTED_IDENTIFIER && names.get(last).indexOf('.') > 0) {
            final String path = names.remove(last);
            final SqlParserPos pos = positions.remove(last);
            for (String name : path.split("\\.")) {
                names.add(name);
                positions.add(pos);
            }
        }
    }
}

/** {@code [a.[b.]]m[@version]}. */
SqlModelName ModelName() :
{
    final Span s;
    final List<String> names = new ArrayList<String>();
    final List<SqlParserPos> positions = new ArrayList<SqlParserPos>();
    SqlIdentifier version = null;
}
{
    { s = Span.of(); }
    AddModelSegment(names, positions) { s.add(this); }
    (
        LOOKAHEAD(2)
        <DOT> AddModelSegment(names, positions)
    )*
    [
        <AT_SIGN> version = ModelVersion()
    ]
    {
        final SqlIdentifier path =
            new SqlIdentifier(names, null, SqlParserPos.sum(positions), positions);
        return new SqlModelName(s.end(this), path, version);
    }
}

/** {@code m [VERSION v]}. */
SqlModelName ModelNameVersioned() :
{
    final SqlModelName name;
    SqlIdentifier version = null;
}
{
    name = ModelName()
    [
        LOOKAHEAD(<VERSION>, { name.version() == null })
        <VERSION> version = ModelVersion()
    ]
    { return version == null ? name : name.withVersion(version); }
}

/** A number or an alias. */
SqlIdentifier ModelVersion() :
{
    final SqlIdentifier alias;
}
{
    <UNSIGNED_INTEGER_LITERAL> { return new SqlIdentifier(token.image, getPos()); }
|
    alias = SimpleIdentifier() { return alias; }
}

/** Text of the warehouse's own language, which the skeleton hides from this grammar. */
SqlIsland Island() :
{
}
{
    <ISLAND> { return SqlIsland.at(getPos(), getOriginalSql()); }
}

/** A query, as an island or in full. */
SqlNode SourceQuery() :
{
    final SqlNode query;
}
{
    query = Island() { return query; }
|
    query = OrderedQueryOrExpr(ExprContext.ACCEPT_QUERY) { return query; }
}

/** {@code TABLE t} or {@code (query)}. */
SqlNode Source() :
{
    final SqlNode source;
}
{
    source = SourceTable() { return source; }
|
    <LPAREN> source = SourceQuery() <RPAREN> { return source; }
}

SqlNode SourceTable() :
{
    final Span s;
    final SqlIdentifier table;
}
{
    <TABLE> { s = span(); }
    table = CompoundTableIdentifier()
    { return SqlStdOperatorTable.EXPLICIT_TABLE.createCall(s.end(this), table); }
}

boolean IfExistsOpt() :
{
}
{
    LOOKAHEAD(2)
    <IF> <EXISTS> { return true; }
|
    { return false; }
}

boolean IfNotExistsOpt() :
{
}
{
    LOOKAHEAD(2)
    <IF> <NOT> <EXISTS> { return true; }
|
    { return false; }
}
