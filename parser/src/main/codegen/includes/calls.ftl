<#-- Copyright 2026 The Insitu Authors -->
<#-- SPDX-License-Identifier: Apache-2.0 -->

/** {@code MODEL m}. */
SqlNode ModelArgument() :
{
    final Span s;
    final SqlModelName name;
}
{
    (
        LOOKAHEAD({ Ahead.isModelArgument(this) })
        <MODEL> { s = span(); }
        name = ModelName()
        { return new SqlModelArgument(s.end(this), name); }
    |
        UnusedExtension() { return null; }
    )
}

/** {@code PREDICT(m [USING ...])}, {@code PROBABILITY(m [FOR class] [USING ...])}. */
SqlNode ScalarModelCall() :
{
    final SqlNode call;
}
{
    (
        LOOKAHEAD({ Ahead.isScalarModelCall(this) })
        call = ScalarModelCallHere() { return call; }
    |
        UnusedExtension() { return null; }
    )
}

SqlScalarCall ScalarModelCallHere() :
{
    final Span s;
    final boolean probability;
    final SqlModelName model;
    SqlNode forClass = null;
    final List<SqlNode> using = new ArrayList<SqlNode>();
}
{
    (
        <PREDICT> { s = span(); probability = false; }
    |
        <PROBABILITY> { s = span(); probability = true; }
    )
    <LPAREN>
    model = ModelName()
    [
        LOOKAHEAD(<FOR>, { probability })
        <FOR> forClass = OptionScalar()
    ]
    [
        <USING>
        AddUsing(using)
        ( <COMMA> AddUsing(using) )*
    ]
    <RPAREN>
    {
        return new SqlScalarCall(
            s.end(this), probability, model, forClass,
            new SqlNodeList(using, Span.of(using).pos()));
    }
}

void AddUsing(List<SqlNode> list) :
{
    SqlNode e;
    final SqlIdentifier alias;
}
{
    (
        e = Island()
    |
        e = Expression(ExprContext.ACCEPT_SUB_QUERY)
    )
    [
        <AS> alias = SimpleIdentifier() {
            e = SqlStdOperatorTable.AS.createCall(Span.of(e).end(this), e, alias);
        }
    ]
    { list.add(e); }
}

/** PostgreSQL's {@code e::type}. */
void CastByColons(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlDataTypeSpec type;
}
{
    <COLONS> {
        checkNonQueryExpression(exprContext);
        s.clear().add(this);
    }
    type = DataType()
    {
        list.add(new SqlParserUtil.ToTreeListItem(SqlLibraryOperators.INFIX_CAST, s.pos()));
        list.add(type);
    }
}

/** {@code ML.NAME(argument, ...)} by itself, the sources hidden in islands. */
SqlTableFunction MlTableFunction() :
{
    final Span s;
    final SqlIdentifier name;
    final List<SqlNode> arguments = new ArrayList<SqlNode>();
}
{
    SimpleIdentifier() { s = span(); }
    <DOT> name = SimpleIdentifier()
    <LPAREN>
    [
        LOOKAHEAD({ getToken(1).kind != RPAREN })
        AddMlArgument(arguments)
        ( <COMMA> AddMlArgument(arguments) )*
    ]
    <RPAREN>
    {
        return new SqlTableFunction(
            s.end(this), name, new SqlNodeList(arguments, Span.of(arguments).pos()));
    }
}

void AddMlArgument(List<SqlNode> list) :
{
    final Span s;
    final SqlModelName name;
    final SqlNode argument;
}
{
    <MODEL> { s = span(); }
    name = ModelName()
    { list.add(new SqlModelArgument(s.end(this), name)); }
|
    argument = Source() { list.add(argument); }
|
    argument = StructConstructor() { list.add(argument); }
}

/** One call of ours, alone. */
SqlNode CallEof() :
{
    final SqlNode call;
}
{
    (
        LOOKAHEAD({ getToken(2).kind == DOT })
        call = MlTableFunction()
    |
        call = ScalarModelCallHere()
    )
    <EOF>
    { return call; }
}
