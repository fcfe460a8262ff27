<#-- Copyright 2026 The Insitu Authors -->
<#-- SPDX-License-Identifier: Apache-2.0 -->

/** One statement of ours, alone. SET and RESET stand here only: elsewhere they are Calcite's. */
SqlNode MlStatementEof() :
{
    final SqlNode statement;
}
{
    (
        statement = MlStatement()
    |
        statement = SetSetting()
    |
        statement = ResetSetting()
    )
    <EOF>
    { return statement; }
}

SqlNode MlStatement() :
{
    final SqlNode statement;
}
{
    (
        LOOKAHEAD(2)
        statement = CreateWarehouse()
    |
        statement = CreateModel()
    |
        statement = TrainModel()
    |
        statement = EvaluateModel()
    |
        statement = PredictModel()
    |
        LOOKAHEAD(2)
        statement = DropModel()
    |
        statement = DropWarehouse()
    |
        statement = AlterModel()
    |
        statement = ExportModel()
    |
        statement = DescribeModel()
    |
        statement = UseWarehouse()
    |
        LOOKAHEAD(2)
        statement = ShowModels()
    |
        LOOKAHEAD(2)
        statement = ShowModel()
    |
        LOOKAHEAD(2)
        statement = ShowVersions()
    |
        LOOKAHEAD(2)
        statement = ShowWarehouses()
    |
        statement = ShowSetting()
    |
        statement = ExplainStatement()
    )
    { return statement; }
}

/** {@code CREATE [OR REPLACE] MODEL}: BigQuery's form, or Redshift's when FROM follows. */
SqlNode CreateModel() :
{
    final Span s;
    boolean replace = false;
    final boolean ifNotExists;
    final SqlModelName name;
    final SqlNode create;
}
{
    <CREATE> { s = span(); }
    [ <OR> <REPLACE> { replace = true; } ]
    <MODEL>
    ifNotExists = IfNotExistsOpt()
    name = ModelName()
    (
        create = CreateModelFrom(s, replace, ifNotExists, name)
    |
        create = CreateModelAs(s, replace, ifNotExists, name)
    )
    { return create; }
}

SqlCreateModel CreateModelAs(Span s, boolean replace, boolean ifNotExists, SqlModelName name) :
{
    SqlNode transform = null;
    SqlIdentifier function = null;
    SqlNodeList opts = SqlNodeList.EMPTY;
    SqlNode query = null;
}
{
    [ <TRANSFORM> transform = TransformList() ]
    [ <FUNCTION> function = SimpleIdentifier() ]
    [ opts = Options() ]
    [ <AS> query = SourceQuery() ]
    {
        return new SqlCreateModel(
            s.end(this), replace, ifNotExists, name, transform, function, opts, query);
    }
}

SqlNode TransformList() :
{
    final SqlNode list;
    final List<SqlNode> items = new ArrayList<SqlNode>();
    final Span s;
}
{
    <LPAREN> { s = span(); }
    (
        list = Island()
    |
        AddSelectItem(items)
        ( <COMMA> AddSelectItem(items) )*
        { list = new SqlNodeList(items, s.end(this)); }
    )
    <RPAREN>
    { return list; }
}

SqlCreateModelFrom CreateModelFrom(
    Span s, boolean replace, boolean ifNotExists, SqlModelName name) :
{
    final SqlNode source;
    SqlIdentifier target = null;
    final List<SqlNode> clauses = new ArrayList<SqlNode>();
}
{
    <FROM>
    source = RedshiftSource()
    [ <TARGET> target = RedshiftTarget() ]
    ( AddRedshiftClause(clauses) )*
    {
        return new SqlCreateModelFrom(
            s.end(this), replace, ifNotExists, name, source, target,
            new SqlNodeList(clauses, Span.of(clauses).pos()));
    }
}

/** A column's name; Amazon has no string here, but it can mean nothing else. */
SqlIdentifier RedshiftTarget() :
{
    final SqlIdentifier name;
    final SqlNode text;
}
{
    name = SimpleIdentifier() { return name; }
|
    text = StringLiteral()
    {
        return new SqlIdentifier(
            ((SqlLiteral) text).getValueAs(String.class), text.getParserPosition());
    }
}

/** A table, a query, or the name of a job or file of Amazon's. */
SqlNode RedshiftSource() :
{
    final SqlNode source;
}
{
    <LPAREN> source = SourceQuery() <RPAREN> { return source; }
|
    source = StringLiteral() { return source; }
|
    source = CompoundTableIdentifier()
    {
        return SqlStdOperatorTable.EXPLICIT_TABLE.createCall(
            source.getParserPosition(), source);
    }
}

void AddRedshiftClause(List<SqlNode> clauses) :
{
    final SqlIdentifier name;
    final SqlNode value;
}
{
    (
        <FUNCTION> { name = new SqlIdentifier("FUNCTION", getPos()); }
        value = SimpleIdentifier()
    |
        <IAM_ROLE> { name = new SqlIdentifier("IAM_ROLE", getPos()); }
        value = RedshiftValue()
    |
        <AUTO> { name = new SqlIdentifier("AUTO", getPos()); }
        value = RedshiftValue()
    |
        <MODEL_TYPE> { name = new SqlIdentifier("MODEL_TYPE", getPos()); }
        value = RedshiftValue()
    |
        <PROBLEM_TYPE> { name = new SqlIdentifier("PROBLEM_TYPE", getPos()); }
        (
            <LPAREN> value = RedshiftValue() <RPAREN>
        |
            value = RedshiftValue()
        )
    |
        <OBJECTIVE> { name = new SqlIdentifier("OBJECTIVE", getPos()); }
        value = RedshiftValue()
    |
        <PREPROCESSORS> { name = new SqlIdentifier("PREPROCESSORS", getPos()); }
        value = RedshiftValue()
    |
        <HYPERPARAMETERS> { name = new SqlIdentifier("HYPERPARAMETERS", getPos()); }
        <DEFAULT_>
        (
            <EXCEPT> value = RedshiftSettings()
        |
            { value = new SqlStruct(getPos(), SqlNodeList.EMPTY); }
        )
    |
        <SETTINGS> { name = new SqlIdentifier("SETTINGS", getPos()); }
        value = RedshiftSettings()
    )
    { clauses.add(new SqlOption(Span.of(name).end(this), name, value)); }
}

/** A constant; a bare word is a string. */
SqlNode RedshiftValue() :
{
    final SqlNode value;
    final SqlIdentifier word;
}
{
    value = StringLiteral() { return value; }
|
    value = NumericLiteral() { return value; }
|
    word = AnyWord()
    { return SqlLiteral.createCharString(word.getSimple(), word.getParserPosition()); }
}

/** {@code (name value, ...)}. */
SqlStruct RedshiftSettings() :
{
    final Span s;
    SqlIdentifier name;
    SqlNode value;
    final List<SqlNode> fields = new ArrayList<SqlNode>();
}
{
    <LPAREN> { s = span(); }
    name = AnyWord() value = RedshiftValue()
    { fields.add(new SqlOption(Span.of(name).end(this), name, value)); }
    (
        <COMMA> name = AnyWord() value = RedshiftValue()
        { fields.add(new SqlOption(Span.of(name).end(this), name, value)); }
    )*
    <RPAREN>
    { return new SqlStruct(s.end(this), new SqlNodeList(fields, s.end(this))); }
}

SqlTrainModel TrainModel() :
{
    final Span s;
    final SqlModelName name;
    SqlNode on = null;
    final SqlNodeList opts;
}
{
    <TRAIN> { s = span(); }
    <MODEL> name = ModelName()
    [ <ON> on = Source() ]
    opts = OptionsOpt()
    { return new SqlTrainModel(s.end(this), name, on, opts); }
}

SqlEvaluateModel EvaluateModel() :
{
    final Span s;
    final SqlModelName name;
    SqlNode on = null;
    final SqlNodeList opts;
}
{
    <EVALUATE> { s = span(); }
    <MODEL> name = ModelNameVersioned()
    [ <ON> on = Source() ]
    opts = OptionsOpt()
    { return new SqlEvaluateModel(s.end(this), name, on, opts); }
}

SqlPredictModel PredictModel() :
{
    final Span s;
    final SqlModelName name;
    final SqlNode on;
    SqlIdentifier into = null;
    final SqlNodeList opts;
}
{
    <PREDICT> { s = span(); }
    <MODEL> name = ModelNameVersioned()
    <ON> on = Source()
    [ <INTO> into = CompoundTableIdentifier() ]
    opts = OptionsOpt()
    { return new SqlPredictModel(s.end(this), name, on, into, opts); }
}

SqlDropModel DropModel() :
{
    final Span s;
    final boolean ifExists;
    final SqlModelName name;
}
{
    <DROP> { s = span(); }
    <MODEL>
    ifExists = IfExistsOpt()
    name = ModelNameVersioned()
    { return new SqlDropModel(s.end(this), ifExists, name); }
}

SqlAlterModel AlterModel() :
{
    final Span s;
    final boolean ifExists;
    final SqlModelName name;
    final SqlModelChange change;
}
{
    <ALTER> { s = span(); }
    <MODEL>
    ifExists = IfExistsOpt()
    name = ModelName()
    change = ModelChange()
    { return new SqlAlterModel(s.end(this), ifExists, name, change); }
}

SqlModelChange ModelChange() :
{
    final Span s;
    final SqlModelName name;
    final SqlIdentifier alias;
    final SqlIdentifier version;
    final SqlNodeList opts;
}
{
    <RENAME> { s = span(); }
    <TO> name = ModelName()
    { return SqlModelChange.renameTo(s.end(this), name); }
|
    <SET> { s = span(); }
    (
        opts = Options()
        { return SqlModelChange.setOptions(s.end(this), opts); }
    |
        <DEFAULT_> <VERSION> version = ModelVersion()
        { return SqlModelChange.setDefaultVersion(s.end(this), version); }
    |
        <ALIAS> alias = SimpleIdentifier() <EQ> <VERSION> version = ModelVersion()
        { return SqlModelChange.setAlias(s.end(this), alias, version); }
    )
}

SqlExportModel ExportModel() :
{
    final Span s;
    final SqlModelName name;
    SqlNode uri = null;
    SqlIdentifier format = null;
    SqlIdentifier dialect = null;
    SqlNodeList opts = SqlNodeList.EMPTY;
}
{
    <EXPORT> { s = span(); }
    <MODEL> name = ModelNameVersioned()
    (
        <TO> uri = StringLiteral()
        [ <FORMAT> format = AnyWord() ]
        [ <DIALECT> dialect = AnyWord() ]
    |
        opts = Options()
    )
    { return new SqlExportModel(s.end(this), name, uri, format, dialect, opts); }
}

SqlShowModel DescribeModel() :
{
    final Span s;
    final SqlModelName name;
}
{
    ( <DESCRIBE> | <DESC> ) { s = span(); }
    <MODEL> name = ModelName()
    { return new SqlShowModel(s.end(this), name); }
}

/** {@code SHOW MODEL m}; Redshift's {@code SHOW MODEL ALL} is SHOW MODELS. */
SqlNode ShowModel() :
{
    final Span s;
    final SqlModelName name;
}
{
    <SHOW> { s = span(); }
    <MODEL>
    (
        <ALL> { return new SqlShowModels(s.end(this), null); }
    |
        name = ModelName()
        { return new SqlShowModel(s.end(this), name); }
    )
}

/** {@code SHOW MODELS [LIKE 'p']}. */
SqlShowModels ShowModels() :
{
    final Span s;
    SqlNode like = null;
}
{
    <SHOW> { s = span(); }
    <MODELS>
    [ <LIKE> like = StringLiteral() ]
    { return new SqlShowModels(s.end(this), like); }
}

SqlShowVersions ShowVersions() :
{
    final Span s;
    final SqlModelName name;
}
{
    <SHOW> { s = span(); }
    <VERSIONS> <OF> <MODEL> name = ModelName()
    { return new SqlShowVersions(s.end(this), name); }
}

SqlCreateWarehouse CreateWarehouse() :
{
    final Span s;
    final SqlIdentifier name;
    final SqlIdentifier type;
    final SqlNodeList opts;
}
{
    <CREATE> { s = span(); }
    <WAREHOUSE> name = SimpleIdentifier()
    <TYPE> type = SimpleIdentifier()
    opts = OptionsOpt()
    { return new SqlCreateWarehouse(s.end(this), name, type, opts); }
}

SqlDropWarehouse DropWarehouse() :
{
    final Span s;
    final SqlIdentifier name;
}
{
    <DROP> { s = span(); }
    <WAREHOUSE> name = SimpleIdentifier()
    { return new SqlDropWarehouse(s.end(this), name); }
}

SqlUseWarehouse UseWarehouse() :
{
    final Span s;
    final SqlIdentifier name;
}
{
    <USE> { s = span(); }
    <WAREHOUSE> name = SimpleIdentifier()
    { return new SqlUseWarehouse(s.end(this), name); }
}

SqlShowWarehouses ShowWarehouses() :
{
    final Span s;
}
{
    <SHOW> { s = span(); }
    <WAREHOUSES>
    { return new SqlShowWarehouses(s.end(this)); }
}

/** {@code SHOW insitu.x}. */
SqlShowSetting ShowSetting() :
{
    final Span s;
    final SqlIdentifier name;
}
{
    <SHOW> { s = span(); }
    name = CompoundIdentifier()
    { return new SqlShowSetting(s.end(this), name); }
}

/** {@code SET insitu.x = value}; a bare word is a string. */
SqlSetSetting SetSetting() :
{
    final Span s;
    final SqlIdentifier name;
    final SqlIdentifier word;
    final SqlNode value;
}
{
    <SET> { s = span(); }
    name = CompoundIdentifier()
    ( <EQ> | <TO> )
    (
        LOOKAHEAD({ Ahead.isOptionValue(this) })
        value = OptionValue()
    |
        word = AnyWord()
        { value = SqlLiteral.createCharString(word.getSimple(), word.getParserPosition()); }
    )
    { return new SqlSetSetting(s.end(this), name, value); }
}

/** {@code RESET insitu.x}. */
SqlResetSetting ResetSetting() :
{
    final Span s;
    final SqlIdentifier name;
}
{
    <RESET> { s = span(); }
    name = CompoundIdentifier()
    { return new SqlResetSetting(s.end(this), name); }
}

/** {@code EXPLAIN [ANALYZE] [FORMAT {TEXT | JSON}] statement}, or the options in brackets. */
SqlExplainStatement ExplainStatement() :
{
    final Span s;
    boolean analyze = false;
    SqlIdentifier format = null;
    final SqlNode statement;
}
{
    <EXPLAIN> { s = span(); }
    (
        <LPAREN>
        (
            <ANALYZE> { analyze = true; }
            [ <COMMA> <FORMAT> format = SimpleIdentifier() ]
        |
            <FORMAT> format = SimpleIdentifier()
            [ <COMMA> <ANALYZE> { analyze = true; } ]
        )
        <RPAREN>
    |
        [ LOOKAHEAD(1) <ANALYZE> { analyze = true; } ]
        [ LOOKAHEAD(1) <FORMAT> format = SimpleIdentifier() ]
    )
    (
        statement = Island()
    |
        statement = MlStatement()
    )
    { return new SqlExplainStatement(s.end(this), analyze, format, statement); }
}
