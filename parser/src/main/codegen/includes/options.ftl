<#-- Copyright 2026 The Insitu Authors -->
<#-- SPDX-License-Identifier: Apache-2.0 -->

/** {@code OPTIONS (name = value, ...)}, possibly empty. */
SqlNodeList Options() :
{
    final Span s;
    final List<SqlNode> list = new ArrayList<SqlNode>();
}
{
    <OPTIONS> { s = span(); }
    <LPAREN>
    [
        LOOKAHEAD({ getToken(1).kind != RPAREN })
        AddOption(list)
        ( <COMMA> AddOption(list) )*
    ]
    <RPAREN> { return new SqlNodeList(list, s.end(this)); }
}

SqlNodeList OptionsOpt() :
{
    final SqlNodeList opts;
}
{
    opts = Options() { return opts; }
|
    { return SqlNodeList.EMPTY; }
}

void AddOption(List<SqlNode> list) :
{
    final SqlIdentifier name;
    final SqlNode value;
}
{
    name = AnyWord()
    <EQ>
    value = OptionValue()
    { list.add(new SqlOption(Span.of(name).end(this), name, value)); }
}

/** A word that may be reserved elsewhere: an option may be called USER. */
JAVACODE
SqlIdentifier AnyWord() {
    final Token next = getToken(1);
    final char first = next.image.isEmpty() ? ' ' : next.image.charAt(0);
    if (Character.isLetter(first) || first == '_') {
        getNextToken();
        return new SqlIdentifier(token.image, getPos());
    }
    return SimpleIdentifier();
}

/** A constant; {@code "x"} is a string here, as in BigQuery. */
SqlNode OptionValue() :
{
    final SqlNode value;
}
{
    (
        value = OptionScalar()
    |
        value = OptionArray()
    |
        value = StructConstructor()
    |
        value = HparamRange()
    |
        value = HparamCandidates()
    )
    { return value; }
}

SqlNode OptionScalar() :
{
    final SqlNode value;
}
{
    value = StringLiteral() { return value; }
|
    <QUOTED_IDENTIFIER> {
        return SqlLiteral.createCharString(
            SqlParserUtil.stripQuotes(token.image, DQ, DQ, DQDQ, Casing.UNCHANGED), getPos());
    }
|
    value = NumericLiteral() { return value; }
|
    <TRUE> { return SqlLiteral.createBoolean(true, getPos()); }
|
    <FALSE> { return SqlLiteral.createBoolean(false, getPos()); }
|
    <NULL> { return SqlLiteral.createNull(getPos()); }
}

SqlOptionArray OptionArray() :
{
    final Span s;
    SqlNode value;
    final List<SqlNode> values = new ArrayList<SqlNode>();
}
{
    <LBRACKET> { s = span(); }
    [
        LOOKAHEAD({ getToken(1).kind != RBRACKET })
        value = OptionValue() { values.add(value); }
        ( <COMMA> value = OptionValue() { values.add(value); } )*
    ]
    <RBRACKET> { return new SqlOptionArray(s.end(this), new SqlNodeList(values, s.end(this))); }
}

SqlHparamRange HparamRange() :
{
    final Span s;
    final SqlNode low;
    final SqlNode high;
}
{
    <HPARAM_RANGE> { s = span(); }
    <LPAREN> low = NumericLiteral() <COMMA> high = NumericLiteral() <RPAREN>
    { return new SqlHparamRange(s.end(this), low, high); }
}

SqlHparamCandidates HparamCandidates() :
{
    final Span s;
    final SqlOptionArray values;
}
{
    <HPARAM_CANDIDATES> { s = span(); }
    <LPAREN> values = OptionArray() <RPAREN>
    { return new SqlHparamCandidates(s.end(this), values); }
}

/** {@code STRUCT(value AS name, ...)}; in a query a value may be any expression. */
SqlNode StructConstructor() :
{
    final Span s;
    final List<SqlNode> fields = new ArrayList<SqlNode>();
}
{
    (
        LOOKAHEAD({ getToken(1).kind == STRUCT && getToken(2).kind == LPAREN })
        <STRUCT> { s = span(); }
        <LPAREN>
        AddField(fields)
        ( <COMMA> AddField(fields) )*
        <RPAREN>
        { return new SqlStruct(s.end(this), new SqlNodeList(fields, s.end(this))); }
    |
        UnusedExtension() { return null; }
    )
}

void AddField(List<SqlNode> fields) :
{
    final SqlNode value;
    SqlIdentifier name = null;
}
{
    (
        LOOKAHEAD({ Ahead.isConstantField(this) })
        value = OptionValue()
    |
        value = Expression(ExprContext.ACCEPT_SUB_QUERY)
    )
    [
        <AS> name = AnyWord()
    ]
    { fields.add(new SqlOption(Span.of(value).end(this), name, value)); }
}
