package uz.gogomarket.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** Our staff as the engine's users, and the permissions as its groups. There are no tenants. */
class StaffIdentityProvider implements ReadOnlyIdentityProvider {

  private final EngineStaff staff;

  StaffIdentityProvider(EngineStaff staff) {
    this.staff = staff;
  }

  static SessionFactory factory(EngineStaff staff) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
      }

      @Override
      public Session openSession() {
        return new StaffIdentityProvider(staff);
      }
    };
  }

  @Override
  public @Nullable User findUserById(String userId) {
    return staff.find(userId).map(StaffIdentityProvider::user).orElse(null);
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    return userId != null && password != null && staff.passwordMatches(userId, password);
  }

  @Override
  public UserQuery createUserQuery() {
    return new Users(executor());
  }

  @Override
  public UserQuery createUserQuery(CommandContext commandContext) {
    return new Users(executor());
  }

  @Override
  public NativeUserQuery createNativeUserQuery() {
    throw new UnsupportedOperationException("Users are not kept in the engine");
  }

  @Override
  public @Nullable Group findGroupById(String groupId) {
    return groupIds().contains(groupId) ? group(groupId) : null;
  }

  @Override
  public GroupQuery createGroupQuery() {
    return new Groups(executor());
  }

  @Override
  public GroupQuery createGroupQuery(CommandContext commandContext) {
    return new Groups(executor());
  }

  @Override
  public @Nullable Tenant findTenantById(String tenantId) {
    return null;
  }

  @Override
  public TenantQuery createTenantQuery() {
    return new NoTenants(executor());
  }

  @Override
  public TenantQuery createTenantQuery(CommandContext commandContext) {
    return new NoTenants(executor());
  }

  @Override
  public void flush() {
    // Nothing is written here.
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  private static CommandExecutor executor() {
    return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
  }

  private static StaffIdentityProvider provider(CommandContext context) {
    return (StaffIdentityProvider) context.getReadOnlyIdentityProvider();
  }

  private static User user(EngineUser from) {
    UserEntity user = new UserEntity();
    user.setId(from.login());
    user.setFirstName(from.firstName());
    user.setLastName(from.lastName());
    user.setEmail(from.login());
    return user;
  }

  private static Group group(String id) {
    GroupEntity group = new GroupEntity(id);
    group.setName(id);
    group.setType(id.equals(EngineUser.SUPER_ADMINS) ? "SYSTEM" : "WORKFLOW");
    return group;
  }

  private static TreeSet<String> groupIds() {
    TreeSet<String> ids = new TreeSet<>(uz.gogomarket.platform.Permissions.ALL);
    ids.add(EngineUser.SUPER_ADMINS);
    return ids;
  }

  /** Without a wider grant, people see themselves only. */
  private static boolean mayRead(CommandContext context, String login) {
    return login.equals(context.getAuthenticatedUserId())
        || context.getAuthorizationManager().isAuthorized(Permissions.READ, Resources.USER, login);
  }

  private static <T> List<T> cut(List<T> all, @Nullable Page page) {
    if (page == null) {
      return all;
    }
    return all.stream()
        .skip(page.getFirstResult())
        .limit(page.getMaxResults())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean equal(@Nullable String wanted, String actual) {
    return wanted == null || wanted.equalsIgnoreCase(actual);
  }

  /** A pattern of the engine's queries, where % stands for anything. */
  static boolean like(@Nullable String pattern, String actual) {
    if (pattern == null) {
      return true;
    }
    String text = actual.toLowerCase(Locale.ROOT);
    String[] parts = pattern.toLowerCase(Locale.ROOT).split("%", -1);
    String first = parts[0];
    String last = parts[parts.length - 1];
    if (parts.length == 1) {
      return text.equals(first);
    }
    int end = text.length() - last.length();
    if (!text.startsWith(first) || !text.endsWith(last) || end < first.length()) {
      return false;
    }
    int from = first.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int at = text.indexOf(parts[i], from);
      if (at < 0 || at + parts[i].length() > end) {
        return false;
      }
      from = at + parts[i].length();
    }
    return true;
  }

  private List<User> users(Users query, CommandContext context) {
    Stream<EngineUser> candidates =
        query.getId() != null ? staff.find(query.getId()).stream() : staff.all().stream();
    Predicate<EngineUser> wanted =
        user ->
            (query.getIds() == null || Arrays.asList(query.getIds()).contains(user.login()))
                && equal(query.getFirstName(), user.firstName())
                && like(query.getFirstNameLike(), user.firstName())
                && equal(query.getLastName(), user.lastName())
                && like(query.getLastNameLike(), user.lastName())
                && equal(query.getEmail(), user.login())
                && like(query.getEmailLike(), user.login())
                && (query.getGroupId() == null || user.groups().contains(query.getGroupId()));
    return candidates
        .filter(wanted)
        .filter(user -> mayRead(context, user.login()))
        .sorted(Comparator.comparing(EngineUser::login))
        .map(StaffIdentityProvider::user)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<Group> groups(Groups query) {
    TreeSet<String> ids = groupIds();
    if (query.getUserId() != null) {
      ids.retainAll(staff.find(query.getUserId()).map(EngineUser::groups).orElse(Set.of()));
    }
    return ids.stream()
        .filter(id -> query.getId() == null || query.getId().equals(id))
        .filter(id -> query.getIds() == null || Arrays.asList(query.getIds()).contains(id))
        .filter(id -> equal(query.getName(), id) && like(query.getNameLike(), id))
        .map(StaffIdentityProvider::group)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static final class Users extends UserQueryImpl {
    private static final long serialVersionUID = 1L;

    Users(CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return provider(context).users(this, context).size();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
      return cut(provider(context).users(this, context), page);
    }
  }

  private static final class Groups extends GroupQueryImpl {
    private static final long serialVersionUID = 1L;

    Groups(CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return provider(context).groups(this).size();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
      return cut(provider(context).groups(this), page);
    }
  }

  private static final class NoTenants extends TenantQueryImpl {
    private static final long serialVersionUID = 1L;

    NoTenants(CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return 0;
    }

    @Override
    public List<Tenant> executeList(CommandContext context, Page page) {
      return new ArrayList<>();
    }
  }
}
