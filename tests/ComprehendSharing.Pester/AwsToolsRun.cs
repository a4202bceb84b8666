namespace ComprehendSharing.Pester;

/// <summary>The tests of what calls AWS, with the cmdlets over the stubs of AWS.Tools.</summary>
public sealed class AwsToolsRun() : PesterRun("AwsTools");
