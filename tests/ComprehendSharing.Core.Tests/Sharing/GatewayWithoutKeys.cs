// A scenario has every key that its models name, so a key that is gone is made here.
using System.Reflection;
using ComprehendSharing.Aws;

namespace ComprehendSharing.Tests.Sharing;

/// <summary>A gateway whose KMS knows no key.</summary>
public class GatewayWithoutKeys : DispatchProxy
{
    private IAwsGateway? _gateway;

    internal static IAwsGateway Before(IAwsGateway gateway)
    {
        IAwsGateway proxy = Create<IAwsGateway, GatewayWithoutKeys>();
        ((GatewayWithoutKeys)proxy)._gateway = gateway;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name.EndsWith("Key", StringComparison.Ordinal)
        ? throw new AwsServiceException(targetMethod.Name, "NotFoundException", $"Key '{args![0]}' does not exist")
        : targetMethod.Invoke(_gateway, args);
}
